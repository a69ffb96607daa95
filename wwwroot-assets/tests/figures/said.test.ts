import assert from "node:assert/strict";
import { test } from "node:test";
import { between } from "../../ts/figures/rolling";
import { Said } from "../../ts/figures/said";
import { row, silent, six, total } from "../board/some";

const minute = 60_000;
const said = new Said(
  {
    "counted.one": "counted at {0} door",
    "counted.other": "counted at {0} doors",
    "checked-in": "checked themselves in",
    none: "not reported",
    "called-off": "called off",
    final: "{0}, final",
    reporting: "{0} of {1} rallies reporting",
    oldest: "oldest figure {0}",
    "no-figures": "no figures yet",
    announcement: "{0} people in the squares. {1}.",
    "just-now": "just now",
    "min-ago": "{0} min ago",
    "hours-ago.one": "{0} hour ago",
    "hours-ago.other": "{0} hours ago",
    "minutes.one": "{0} minute",
    "minutes.other": "{0} minutes",
    am: "am",
    pm: "pm",
    noon: "noon",
    midnight: "midnight",
  },
  "en-GB",
  "Europe/London",
);

test("a figure is said with its kind", () => {
  assert.equal(said.kind(row("leeds", 1412)), "counted at 2 doors");
  assert.equal(said.kind(row("leeds", 1412, { doors: 1, final: true })), "counted at 1 door, final");
  assert.equal(said.kind(row("leeds", 5, { kind: "checkedIn" })), "checked themselves in");
  assert.equal(said.kind(row("leeds", 5, { status: "cancelled" })), "called off");
});

test("a range is one figure where both ends are the same, and silence is no nought", () => {
  assert.equal(said.people(row("leeds", 1412)), "1,412");
  assert.equal(said.people(row("leeds", 800, { low: 600 })), "600–800");
  assert.equal(said.people(silent("leeds")), "–");
});

test("ages grow", () => {
  assert.equal(said.ago(six, six - 5), "just now");
  assert.equal(said.ago(six, six + 4.9 * minute), "4 min ago");
  assert.equal(said.ago(six, six + 61 * minute), "1 hour ago");
  assert.equal(said.oldest("2028-06-03T17:00:00Z", six + 3.2 * minute), "oldest figure 4 minutes");
  assert.equal(said.oldest(null, six), "no figures yet");
});

test("times are the day's own, as people say them", () => {
  assert.equal(said.time(six), "6pm");
  assert.equal(said.time(six + 46 * minute), "6.46pm");
  assert.equal(said.time(six - 6 * 60 * minute), "noon");
  assert.equal(said.time(six + 6 * 60 * minute), "midnight");
  assert.equal(said.timeInARow(six + 5 * minute), "6.05");
});

test("the board is announced in one sentence and a half", () => {
  assert.equal(
    said.announcement(total(38_412, 44_180)),
    "38,412–44,180 people in the squares. 213 of 260 rallies reporting.",
  );
});

test("a number rolls from the old to the new in less than half a second", () => {
  assert.equal(between(100, 200, 0), 100);
  assert.equal(between(100, 200, 499), 200);
  assert.ok(between(100, 200, 100) > 140);
});
