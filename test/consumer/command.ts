import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program to its end and gives what it wrote. @throws Error with what it complained of, where it fails */
export async function command(program: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = [child.stdout, child.stderr].map(async (stream) =>
    Buffer.concat(await stream.toArray()).toString(),
  );
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}:\n${await stdout}${await stderr}`);
  return (await stdout) ?? "";
}
