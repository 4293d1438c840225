import path from "node:path";
import webpack from "webpack";

webpack(
  {
    mode: "production",
    entry: { page: "./out/page.js", worker: { import: "./out/web-worker.js" } },
    output: { path: path.resolve("webpack"), filename: "[name].js" },
    performance: false,
  },
  (error, stats) => {
    if (!error && !stats?.hasErrors()) return;
    console.error(error ?? stats?.toString());
    process.exitCode = 1;
  },
);
