// A steward's page with a network: quick taps without reloads. Every button works without script too.
import { countQuickly } from "./door/page";

const form = document.querySelector<HTMLFormElement>("form[data-door]");
if (form) countQuickly(document, form);
