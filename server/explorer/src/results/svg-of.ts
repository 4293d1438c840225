const NAMESPACE = "http://www.w3.org/2000/svg";
const LEGEND_LINE = 22;

/** A drawing as a file that stands for itself: its colours and fonts in it, the legend above. */
export function svgOf(place: Element): Blob {
  const drawings = [...place.querySelectorAll<SVGSVGElement>("svg")].filter((svg) => svg.clientWidth > 60);
  const swatches = [...place.querySelectorAll("[class*='swatch']")].flatMap((item) => {
    const fill = item.querySelector("svg")?.getAttribute("fill");
    return fill ? [{ fill, text: item.textContent ?? "" }] : [];
  });
  const { color, fontFamily } = getComputedStyle(place);
  const whole = document.createElementNS(NAMESPACE, "svg");
  let top = swatches.length * LEGEND_LINE;
  for (const [index, { fill, text }] of swatches.entries()) {
    whole.append(
      made("rect", { x: 8, y: index * LEGEND_LINE + 6, width: 14, height: 14, fill }),
      made("text", { x: 28, y: index * LEGEND_LINE + 18, "font-size": 12, fill: "currentColor" }, text),
    );
  }
  for (const drawing of drawings) {
    const copy = drawing.cloneNode(true) as SVGSVGElement;
    copy.setAttribute("y", String(top));
    whole.append(copy);
    top += drawing.clientHeight;
  }
  const width = Math.max(...drawings.map((drawing) => drawing.clientWidth));
  const attributes = { xmlns: NAMESPACE, width, height: top, color, style: `font-family: ${fontFamily}` };
  for (const [name, value] of Object.entries(attributes)) whole.setAttribute(name, String(value));
  return new Blob([new XMLSerializer().serializeToString(whole)], { type: "image/svg+xml" });
}

function made(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}
