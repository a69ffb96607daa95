import assert from "node:assert/strict";
import { test } from "node:test";
import { remember, rememberedId, type Memory } from "../../ts/here/remember";

function memory(text: string | null = null): Memory & { text: string | null } {
  return {
    text,
    getItem() {
      return this.text;
    },
    setItem(_: string, value: string) {
      this.text = value;
    },
  };
}

test("a phone keeps its id at the latest rally and forgets the one before", () => {
  const phone = memory();

  remember(phone, "3rd-june/leeds", "a");
  assert.equal(rememberedId(phone, "3rd-june/leeds"), "a");
  remember(phone, "3rd-june/goole", "b");

  assert.equal(rememberedId(phone, "3rd-june/leeds"), null);
  assert.equal(rememberedId(phone, "3rd-june/goole"), "b");
});

test("what is not ours is left alone", () => {
  for (const text of [null, "", "null", "7", "{", '{"rally":"3rd-june/leeds"}', '{"rally":"3rd-june/leeds","id":7}'])
    assert.equal(rememberedId(memory(text), "3rd-june/leeds"), null);
});

test("a browser that keeps nothing still lets one check in", () => {
  const shut: Memory = {
    getItem: () => {
      throw new Error("blocked");
    },
    setItem: () => {
      throw new Error("blocked");
    },
  };

  remember(shut, "3rd-june/leeds", "a");

  assert.equal(rememberedId(shut, "3rd-june/leeds"), null);
});
