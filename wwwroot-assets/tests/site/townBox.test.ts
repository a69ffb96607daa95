import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { offerTowns } from "../../ts/site/townBox";
import { Page, Part } from "../page";

const leeds = { slug: "leeds", name: "Leeds", region: "england" };

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

test("the first press on the form's button while towns are offered finds it where it stood", async () => {
  const form = new Form();
  await form.type("lee");
  assert.equal(form.isOffering, true);

  form.press(form.button);
  const stoodStill = form.isOffering;
  form.letGo(form.button);

  assert.equal(stoodStill, true);
  assert.equal(form.isOffering, false);
});

test("a press that ends in the box leaves the towns on offer", async () => {
  const form = new Form();
  await form.type("lee");

  form.press(form.box);
  form.letGo(form.box);

  assert.equal(form.isOffering, true);
});

test("whoever leaves the box by the keyboard leaves the towns too", async () => {
  const form = new Form();
  await form.type("lee");

  form.page.moveFocus(form.button);

  assert.equal(form.isOffering, false);
});

test("a press on a town takes it", async () => {
  const form = new Form();
  await form.type("lee");

  form.press(form.list.children[0]!, form.box);

  assert.equal(form.box.value, "Leeds, England");
  assert.equal(form.sent, 1);
});

/** A question with a box for a town, and a button below it. */
class Form {
  readonly box = new Part("input", { towns: "Towns" });
  readonly button = new Part("button");
  readonly page = new Page(new Part("form", {}, this.box, this.button));
  sent = 0;

  constructor() {
    mock.timers.enable({ apis: ["setTimeout"] });
    mock.method(globalThis, "fetch", async () => Response.json([leeds]));
    // The page asks for "input[data-towns]".
    this.page.querySelectorAll = (): Part[] => [this.box];
    this.box.form = { requestSubmit: () => this.sent++ };
    offerTowns(this.page as unknown as Document);
  }

  get list(): Part {
    return this.box.parent!.children[1]!;
  }

  get isOffering(): boolean {
    return !this.list.hidden;
  }

  async type(text: string): Promise<void> {
    this.page.moveFocus(this.box);
    this.box.value = text;
    this.box.happen("input");
    mock.timers.tick(150);
    await new Promise((answered) => setImmediate(answered));
  }

  /** As a browser does it: the focus goes while the button is still down. */
  press(part: Part, focused = part): void {
    part.happen("mousedown");
    this.page.moveFocus(focused);
  }

  letGo(part: Part): void {
    part.happen("mouseup");
    mock.timers.tick(0);
  }
}
