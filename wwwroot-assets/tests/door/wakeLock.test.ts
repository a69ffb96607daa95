import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { WakeLock } from "../../ts/door/wakeLock";

afterEach(() => Reflect.deleteProperty(globalThis, "document"));

test("the screen stays on, again after the phone let go of it, until somebody wants it dark", async () => {
  const phone = new Phone();
  const said: (boolean | null)[] = [];
  const lock = new WakeLock((held) => said.push(held));

  await lock.take();
  phone.letGo();
  await lock.take();
  await lock.toggle();
  await lock.take();

  assert.deepEqual(said, [true, false, true, false, false]);
});

test("a browser that cannot keep the screen on says so", async () => {
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  const said: (boolean | null)[] = [];

  await new WakeLock((held) => said.push(held)).take();

  assert.deepEqual(said, [null]);
});

/** As the Screen Wake Lock API has it: a lock that is let go of never comes back. */
class Phone {
  #lock: { released: boolean; heard: () => void } | undefined;

  constructor() {
    const request = async (): Promise<object> => {
      const lock = {
        released: false,
        heard: (): void => {},
        addEventListener: (_: string, heard: () => void) => void (lock.heard = heard),
        release: async () => this.letGo(),
      };
      return (this.#lock = lock);
    };
    Object.defineProperty(globalThis, "navigator", { value: { wakeLock: { request } }, configurable: true });
    Object.defineProperty(globalThis, "document", { value: { hidden: false }, configurable: true });
  }

  letGo(): void {
    this.#lock!.released = true;
    this.#lock!.heard();
  }
}
