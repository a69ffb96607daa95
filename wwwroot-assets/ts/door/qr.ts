import { generate } from "lean-qr";

const svg = "http://www.w3.org/2000/svg";
const quiet = 4;

/** Dark on light in both themes, with its quiet zone: what cameras read. */
export function qrCode(text: string, alternative: string): SVGSVGElement {
  const code = generate(text);
  const size = code.size + 2 * quiet;
  let dark = "";
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) {
      const start = x;
      while (x < code.size && code.get(x, y)) x++;
      if (x > start) dark += `M${start + quiet} ${y + quiet}h${x - start}v1h-${x - start}z`;
    }
  const picture = document.createElementNS(svg, "svg");
  picture.setAttribute("class", "qr-code");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", alternative);
  picture.setAttribute("shape-rendering", "crispEdges");
  for (const [look, d] of [
    ["qr-code-ground", `M0 0h${size}v${size}h-${size}z`],
    ["qr-code-squares", dark],
  ]) {
    const path = document.createElementNS(svg, "path");
    path.setAttribute("class", look!);
    path.setAttribute("d", d!);
    picture.append(path);
  }
  return picture;
}
