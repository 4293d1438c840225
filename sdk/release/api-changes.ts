import { parseSync } from "oxc-parser";
import type { Change } from "./change.ts";

/** What users fill in: to want more of them breaks their code. What they receive may grow. */
const filledIn = /(Options|Arguments|Variables|Input|Request)$/;

/** A member of an exported name: of an interface, class or object type, a case of a union, or a parameter. */
interface Member {
  text: string;
  optional: boolean;
}

/** An exported name, and its members where it has some. */
interface Exported {
  text: string;
  /** What the name is apart from its members. */
  head: string;
  members: Map<string, Member>;
  union: boolean;
}

/** Without comments and line breaks, so that documentation changes nothing. */
function plain(text: string): string {
  return text
    .replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The names that a report exports. Imports and names that it only forgot to export are left out. */
function exportedBy(report: string): Map<string, Exported> {
  const [, code = ""] = /```ts\n(.*?)```/s.exec(report) ?? [];
  const { program, errors } = parseSync("report.d.ts", code);
  if (errors.length > 0) throw new Error(`A report of the API is not read: ${errors[0]?.message}`);
  const found = new Map<string, Exported>();
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    const { declaration } = statement;
    const textOf = ({ start, end }: { start: number; end: number }) => plain(code.slice(start, end));
    if (!declaration) {
      for (const { exported } of statement.specifiers)
        found.set(textOf(exported), { text: textOf(statement), head: "", members: new Map(), union: false });
      continue;
    }
    const members = new Map<string, Member>();
    let union = false;
    let body: { start: number; end: number } | undefined;
    const keep = (list: readonly { type: string; start: number; end: number }[]) => {
      for (const member of list) {
        const text = textOf(member);
        const [, key = text, mark = ""] = /^(?:readonly |static |abstract )*([\w$]+|\[[^\]]+\])(\?)?/.exec(text) ?? [];
        // Overloads stand under one name.
        members.set(members.has(key) ? text : key, {
          text,
          optional: mark === "?" || /Method|Signature$/.test(member.type) === false,
        });
      }
    };
    if (declaration.type === "TSInterfaceDeclaration" || declaration.type === "ClassDeclaration") {
      body = declaration.body;
      keep(declaration.body.body);
    } else if (declaration.type === "TSTypeAliasDeclaration") {
      const type = declaration.typeAnnotation;
      if (type.type === "TSTypeLiteral") {
        body = type;
        keep(type.members);
      } else if (type.type === "TSUnionType") {
        body = type;
        union = true;
        for (const arm of type.types)
          members.set(textOf(arm), { text: textOf(arm), optional: arm.type === "TSLiteralType" });
      }
    }
    const text = textOf(declaration);
    const name =
      declaration.type === "VariableDeclaration"
        ? textOf(declaration.declarations[0]?.id ?? declaration).replace(/:.*/, "")
        : /(?:interface|class|type|function|enum|namespace) ([\w$]+)/.exec(text)?.[1];
    if (!name) throw new Error(`A report of the API exports something without a name: ${text.slice(0, 80)}`);
    const head = body ? plain(code.slice(declaration.start, body.start)) : text;
    found.set(name, { text, head, members, union });
  }
  return found;
}

/**
 * What has changed between two reports of an entry. What cannot be seen to be harmless is taken to break: a name or a
 * member that is gone, or whose text is another.
 */
export function apiChanges(entry: string, before: string, after: string): Change[] {
  const old = exportedBy(before);
  const now = exportedBy(after);
  const changes: Change[] = [];
  for (const [name, was] of old) {
    const is = now.get(name);
    if (!is) changes.push({ breaking: true, text: `${entry}: \`${name}\` is no longer exported` });
    else if (is.text !== was.text) changes.push(...withinName(`${entry}: \`${name}`, name, was, is));
  }
  for (const name of now.keys()) {
    if (!old.has(name)) changes.push({ breaking: false, text: `${entry}: \`${name}\` is new` });
  }
  return changes;
}

/** What has changed within one exported name. */
function withinName(where: string, name: string, was: Exported, is: Exported): Change[] {
  if (was.head !== is.head || was.union !== is.union || was.members.size === 0)
    return [{ breaking: true, text: `${where}\` is declared differently: \`${is.head}\`` }];
  const changes: Change[] = [];
  for (const [key, { text }] of was.members) {
    const member = is.members.get(key);
    const at = was.union ? `${where}\` without ${key}` : `${where}.${key}\``;
    if (!member) changes.push({ breaking: true, text: was.union ? at : `${at} is gone` });
    else if (member.text !== text) changes.push({ breaking: true, text: `${at} is another: \`${member.text}\`` });
  }
  for (const [key, { optional }] of is.members) {
    if (was.members.has(key)) continue;
    // One more text that a value can be is no break: users handle texts that they do not know.
    const breaking = !optional && (is.union || filledIn.test(name));
    const isNew = `${where}.${key}\` is new${breaking ? ", and wanted" : ""}`;
    changes.push({ breaking, text: is.union ? `${where}\` with ${key}` : isNew });
  }
  return changes;
}
