import { useLanguage } from "../language/language.ts";
import type { List } from "./lists.ts";

/** Where an answer holds several lists, or lists inside the rows of one: which of them to look at. */
export function ListPicker({ lists, list, onChoose }: { lists: List[]; list: List; onChoose(id: string): void }) {
  const { say } = useLanguage();
  return (
    <label className="list-picker">
      {say("rowFor")}
      <select value={list.id} onChange={({ target }) => onChoose(target.value)}>
        {lists.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
