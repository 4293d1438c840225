import { build } from "vite";

for (const [name, file] of [
  ["page", "out/page.js"],
  ["worker", "out/web-worker.js"],
]) {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      outDir: "vite",
      emptyOutDir: false,
      rollupOptions: { input: file, output: { entryFileNames: `${name}.js`, format: "es" } },
    },
  });
}
