namespace Rallies.Tests.Client;

public sealed class TypeScriptInterfaceTests
{
    [Fact]
    public void Members_are_read_in_the_order_written()
    {
        var read = TypeScriptInterface.Read(
            """
            /** What the hub says. */
            export interface LiveClient {
              counts(frame: Frame): void; // at most 4 times a second
              /* announcement: later */
              readonly version: number;
              speaking?: (
                told: string,
              ) => void;
              total: {
                low: number;
              };
            }
            interface Inner { hidden: string }
            export interface Empty {}
            export interface Row extends Empty {
              town: string;
            }
            """
        );

        Assert.Equal(["LiveClient: counts version speaking total", "Empty: ", "Row: town"], read.Select(Said));
    }

    private static string Said(TypeScriptInterface one) => $"{one.Name}: {string.Join(' ', one.Members)}";
}
