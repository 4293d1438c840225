import { useGraphiQL } from "@graphiql/react";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../language/language.ts";
import { saveFile } from "./save-file.ts";
import { svgOf } from "./svg-of.ts";

/** Where a drawing will stand: its colours are those of the page. */
export interface Room {
  width: number;
  height: number;
  place: Element;
}

/** What stands above and below a drawing: the pickers, a legend, the notes. */
const AROUND = 190;

/** A drawing as wide as there is room, drawn anew when what it is drawn from, the room or the theme changes. */
export function Picture(props: {
  label: string;
  /** Of the file that it is saved as. */
  name: string;
  draw(room: Room): Element;
  drawnFrom: readonly unknown[];
}) {
  const { say } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const isDark = useDark();
  const { draw, drawnFrom, label } = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the drawing depends on is what drawnFrom lists
  useEffect(() => {
    if (!place.current || width === 0) return;
    const height = (place.current.closest(".results-panel")?.clientHeight ?? 0) - AROUND;
    place.current.replaceChildren(draw({ width, height, place: place.current }));
    // The drawing is one image to assistive technology; the table has its values.
    for (const part of place.current.querySelectorAll("svg, figure")) part.setAttribute("aria-hidden", "true");
  }, [width, isDark, ...drawnFrom]);

  return (
    <div className="picture">
      <div className="drawing" role="img" aria-label={label} ref={place} />
      <button
        type="button"
        className="save-picture"
        onClick={() => place.current && saveFile(svgOf(place.current), `${props.name}.svg`)}
      >
        {say("savePicture")}
      </button>
    </div>
  );
}

function useWidth(place: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}

function useDark(): boolean {
  const theme = useGraphiQL((state) => state.theme);
  const [system, setSystem] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const preference = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => setSystem(preference.matches);
    preference.addEventListener("change", follow);
    return () => preference.removeEventListener("change", follow);
  }, []);
  return theme === null ? system : theme === "dark";
}
