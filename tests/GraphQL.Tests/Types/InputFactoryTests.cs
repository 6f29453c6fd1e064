using System.Reflection;
using Investr.GraphQL.Types.Inputs;

namespace Investr.GraphQL.Tests.Types;

public sealed class InputFactoryTests
{
    [Fact]
    public void A_parameter_is_the_same_whichever_object_reflection_hands_out_for_it()
    {
        var constructor = typeof(Rename).GetConstructors().Single();
        InputMember[] members =
        [
            .. constructor.GetParameters().Select(parameter => new InputMember(parameter.Name!, parameter.ParameterType, new Twin(parameter), null)),
        ];

        var made = new InputFactory(constructor, members).Create([7, "Home"]);

        Assert.Equal(new Rename(7, "Home"), made);
    }

    private sealed record Rename(int Id, string Name);

    private sealed class Twin : ParameterInfo
    {
        public Twin(ParameterInfo parameter) =>
            (PositionImpl, NameImpl, ClassImpl) = (parameter.Position, parameter.Name, parameter.ParameterType);

        public override object[] GetCustomAttributes(Type attributeType, bool inherit) => (object[])Array.CreateInstance(attributeType, 0);
    }
}
