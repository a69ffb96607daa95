import assert from "node:assert/strict";
import { test } from "node:test";
import { rolling } from "../../ts/board/rows";
import { row, silent, six } from "./some";

test("names roll by as towns begin: reports first, then those whose hour has come", () => {
  const rows = [
    silent("york"),
    row("leeds", 400),
    { ...silent("lisbon"), startsAt: "2028-06-03T19:00:00+01:00" },
    { ...silent("hull"), status: "cancelled" as const },
  ];

  assert.deepEqual(
    rolling(rows, 24, six).map((line) => line.town),
    ["leeds", "york"],
  );
});
