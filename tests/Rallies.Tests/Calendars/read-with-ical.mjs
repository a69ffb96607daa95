// A calendar on standard input, what ical.js (of Thunderbird and Nextcloud) makes of it on standard output.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const moment = (time) => {
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) return `${time} floating`;
  return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
};
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  const value = (name) => component.getFirstPropertyValue(name);
  return {
    uid: event.uid,
    start: moment(event.startDate),
    end: moment(event.endDate),
    summary: event.summary,
    location: event.location,
    description: event.description,
    status: value("status"),
    sequence: value("sequence"),
    url: value("url"),
    geo: value("geo"),
    categories: component.getFirstProperty("categories")?.getValues() ?? [],
    title: component.getFirstProperty("x-apple-structured-location")?.getParameter("x-title"),
  };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("name"), events }));
