// A steward's page: counts without a network, keeps every tap, and opens in aeroplane mode. Every button works without script too.
import { startDoor } from "./door/app";

const app = document.querySelector<HTMLElement>("[data-app]");
if (app) void startDoor(document, app);
// Also from the page that asks for the door's name: whoever got that far may lose the network on the way to the next.
void navigator.serviceWorker?.register("/door/sw.js", { updateViaCache: "none" }).catch(() => {});
