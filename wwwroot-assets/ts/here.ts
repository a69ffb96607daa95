// A phone counts once at a rally: the form is sent again under the id it was first sent with.
import { remember, rememberedId } from "./here/remember";

const form = document.querySelector<HTMLFormElement>("form[data-here]");
const id = form?.querySelector<HTMLInputElement>("input[name=id]");
const rally = form?.dataset.here;

if (form && id && rally) {
  const memory = storage();
  if (memory) {
    id.value = rememberedId(memory, rally) ?? id.value;
    form.addEventListener("submit", () => remember(memory, rally, id.value));
  }
}

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined; // blocked by the browser
  }
}
