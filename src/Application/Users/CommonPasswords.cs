using System.Collections.Frozen;

namespace Investr.Application.Users;

/// <summary>
/// Passwords that are tried first, as far as they are long enough to be chosen here: a common word with a few digits or signs about
/// it, in whatever disguise; a walk over the keys; a run of characters; one thing said several times.
/// </summary>
internal static class CommonPasswords
{
    private const int MostAround = 8;
    private const int LongestRepeated = 8;

    private static readonly FrozenSet<string> Words = Set(
        """
        abc abcabc abcd abcdef access account admin administrador administrator adminadmin alexander amanda america andrea angel
        april arsenal asdf asdfasdf asdfgh asdfghjkl asdfghjklzxcvbnm asdfqwer ashley august autumn azerty azertyuiop barcelona
        baseball basketball batman bitcoin blink blessed butterfly buylowsellhigh change changeit changeme changemenow charlie
        chelsea chocolate christmas computer contraseña contrasena correct correcthorse correcthorsebattery
        correcthorsebatterystaple cowboys daniel december default demo demodemo diamond dragon dragonball drowssap elephant facebook
        family february football forever freedom friday friends george gfhjkm godisgood google guest hannah happiness hello
        hellohello helloworld hockey hunter ihateyou iloveme iloveyou iloveyoubaby iloveyouforever iloveyousomuch iloveyoutoo
        internet invest investing investment investor investr january jennifer jessica jesuschrist jesus jesusislord jonathan
        jordan joshua july june juventus killer letmein letmeinplease linkedin liverpool london love lovelove lovemyfamily loveyou
        macbook manchester manchesterunited march maria marina master matthew merlin michael michelle microsoft midnight minecraft
        monday money moneymoney monkey motdepasse mustang myfamily mypassword mysecret naruto newpassword nicholas nicole november
        october orange parola parole pass passphrase passw password passwordone passwordpass passwort patrick pepper pleaseletmein
        pokemon portfolio princess private purple qazwsx qazwsxedc qwe qweasd qweasdzxc qwer qwert qwerty qwertyasdfgh qwertyqwerty
        qwertyuiop qwertz qwertzuiop realmadrid robert root samantha samsung samuel saturday secret secretsecret security senha
        september service shadow slipknot soccer spiderman spring starwars stephanie stockmarket summer sunday sunshine superadmin
        superman superuser sweetheart taylor temp temporary temppassword test tester testing testpassword testtest thepassword
        thisismypassword thisispassword thomas thunder thursday tigger tothemoon toor topsecret trustno trustnotrustno tuesday
        user victoria wachtwoord wallstreet warrenbuffett wednesday welcome welcomeback welcomehome whatever william winter
        wordpass yankees yellow zxcvbn zxcvbnm
        """);

    private static readonly FrozenSet<string> Walks = Set(
        """
        012345678901 098765432109 102030405060 112233445566 121212121212 123123123123 123321123321 123412341234 123454321123
        123456123456 123456654321 123456789012 123456789123 123456789987 123456789101112 123654789123 147258369147 147258369258
        159753159753 159357456852 741852963741 741852963852 789456123789 987654321012 1a2b3c4d5e6f 1q2w3e4r5t6y 1q2w3e4r5t6y7u
        1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz@wsx3edc q1w2e3r4t5y6 a1b2c3d4e5f6 a1s2d3f4g5h6 aabbccddeeff abcd1234abcd
        abc123abc123 abc123def456 asdfghjkl123 asdfzxcv1234 q1w2e3r4t5y6u7i8 qazwsx123456 qazwsxedcrfv qazwsxedcrfvtgb qwaszx123456
        qwe123asd456 qwe123qwe123 qwertyuiop[] qwertyuiopas qwertyuiopasdfgh qwertyasdfzxcv qwertyuiopasdfghjkl zaq12wsxcde3
        zaq1xsw2cde3 zaq12wsxzaq1 zxcvbnmasdfg zxcvbnm,./123 !qaz@wsx#edc !qaz2wsx#edc4rfv
        """);

    public static bool Contain(string password)
    {
        var text = password.Trim().ToLowerInvariant();
        return Walks.Contains(text) || IsCommonWord(text) || IsRun(text) || IsRepeated(text);
    }

    private static bool IsCommonWord(string text)
    {
        var characters = text.ToCharArray();
        var (first, last) = (Array.FindIndex(characters, char.IsLetter), Array.FindLastIndex(characters, char.IsLetter));
        if (first < 0) return false;

        var word = characters[first..(last + 1)];
        return text.Length - word.Length <= MostAround && Words.Contains(string.Concat(word.Select(Undisguised)));
    }

    private static char Undisguised(char character) => character switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => character,
    };

    // 123456789012, abcdefghijkl, aaaaaaaaaaaa and the same backwards; after 9 comes 0.
    private static bool IsRun(string text) => text.Length > 1 && new[] { -1, 0, 1 }.Any(
        step => text.Zip(text.Skip(1)).All(pair => Follows(pair.First, pair.Second, step)));

    private static bool Follows(char first, char second, int step) =>
        second - first == step || (char.IsAsciiDigit(first) && char.IsAsciiDigit(second) && (second - first - step) % 10 == 0);

    private static bool IsRepeated(string text) => Enumerable.Range(1, Math.Min(LongestRepeated, text.Length / 2)).Any(
        length => text.Length % length == 0 && text.Chunk(length).All(part => part.AsSpan().SequenceEqual(text.AsSpan(0, length))));

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
