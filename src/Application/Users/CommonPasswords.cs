using System.Collections.Frozen;

namespace Investr.Application.Users;

/// <summary>
/// Passwords that are tried first, as far as they are long enough to be chosen here: runs of keys, years behind a word, names
/// of teams, and what people type when they are told to make a password longer.
/// </summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> All =
        """
        123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 012345678901 0123456789012 987654321098
        098765432109 111111111111 1111111111111 11111111111111 000000000000 0000000000000 222222222222 333333333333 444444444444
        555555555555 666666666666 777777777777 888888888888 999999999999 121212121212 123123123123 123412341234 123456123456
        123321123321 112233445566 102030405060 147258369147 159753159753 741852963741 789456123789 123456654321 123454321123
        aaaaaaaaaaaa xxxxxxxxxxxx zzzzzzzzzzzz abcabcabcabc abcdabcdabcd abcdefghijkl abcdefghijklm abcdefghijklmn abcdefgh1234
        abcdefg12345 abcdef123456 abcd12345678 abc123456789 abc123abc123 aabbccddeeff a1b2c3d4e5f6 1a2b3c4d5e6f 1q2w3e4r5t6y
        1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i q1w2e3r4t5y6 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 zaq1xsw2cde3 qazwsxedcrfv
        qazwsxedcrfvtgb qweasdzxc123 qwe123qwe123 qweqweqweqwe asdasdasdasd asdfghjkl123 asdfghjkl1234 asdfasdfasdf asdfqwerasdf
        asdfghjklzxcvbnm zxcvbnm12345 zxcvbnmasdfg qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiop[] qwertyuiopas
        qwertyuiopasdfgh qwerty123456 qwerty1234567 qwerty12345678 qwerty123123 qwertyqwerty qwertyasdfgh qwertyasdfzxcv
        qwertz123456 qwertzuiop123 azertyuiop12 azertyuiop123 azerty123456 password1234 password12345 password123456
        password123! password1234! password2020 password2021 password2022 password2023 password2024 password2025 password2026
        passwordpassword password!123 p@ssword1234 p@ssw0rd1234 p@ssw0rd123! passw0rd1234 passw0rd123! pa$$word1234 pa$$w0rd1234
        mypassword12 mypassword123 mypassword1234 newpassword1 newpassword12 newpassword123 thepassword1 thisismypassword
        thisispassword passwordpass passwort1234 passwort12345 passwort123456 motdepasse12 motdepasse123 contraseña12
        contrasena123 wachtwoord12 wachtwoord123 parola123456 password0000 password1111 drowssap1234 changeme1234 changeme12345
        changeme123! changemenow! changeit1234 letmein12345 letmein123456 letmeinplease letmeinletmein pleaseletmein
        welcome12345 welcome123456 welcome1234! welcome12345! welcome2024! welcome2025! welcomehome1 welcomeback1 administrator
        administrator1 administrator123 adminadmin12 adminadmin123 adminadminadmin admin1234567 admin12345678 admin123admin
        admin@123456 administrador superadmin123 superuser123 root12345678 rootrootroot toortoortoor secret123456 secretsecret
        topsecret123 topsecret1234 mysecret1234 default12345 guest1234567 testtesttest test12345678 test123test123 testing12345
        testpassword testpassword1 temporary123 temppassword temp12345678 demo12345678 demodemodemo iloveyou1234 iloveyou12345
        iloveyou123! iloveyou2024 iloveyousomuch iloveyouforever iloveyoubaby iloveyoutoo1 ihateyou1234 iloveme12345
        loveyou12345 lovelove1234 lovelovelove princess1234 princess12345 sunshine1234 sunshine12345 football1234 football12345
        baseball1234 baseball12345 basketball12 basketball123 superman1234 superman12345 spiderman123 spiderman1234 batman123456
        starwars1234 starwars12345 pokemon12345 pokemon123456 minecraft123 minecraft1234 dragon123456 dragonball123 monkey123456
        chocolate123 chocolate1234 butterfly123 butterfly1234 computer1234 computer12345 internet1234 internet12345 samsung12345
        samsung123456 google123456 facebook1234 facebook12345 liverpool123 liverpool1234 arsenal12345 chelsea12345 manchester123
        manchesterunited barcelona123 barcelona1234 realmadrid12 realmadrid123 juventus1234 michael12345 jennifer1234
        jessica12345 jordan123456 whatever1234 trustno1trustno1 blink182blink182 hellohello12 hellohellohello hello1234567
        helloworld12 helloworld123 helloworld!1 correcthorse correcthorsebatterystaple summer123456 summer2023!! summer2024!!
        summer2025!! winter123456 winter2024!! winter2025!! spring2024!! spring2025!! autumn2024!! january12345 december2024
        december2025 monday123456 freedom12345 freedom123456 jesuschrist1 jesusislord1 godisgood123 blessed12345 lovemyfamily
        myfamily1234 investor1234 investor12345 investment12 investment123 investing123 portfolio123 portfolio1234 stockmarket1
        stockmarket123 bitcoin12345 bitcoin123456 tothemoon123 moneymoney12 moneymoneymoney investr12345 investrinvestr
        warrenbuffett wallstreet12 wallstreet123 buylowsellhigh
        """
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contain(string password) => All.Contains(password.Trim());
}
