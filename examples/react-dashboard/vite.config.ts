import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  // One of each, whoever asks for it: two copies know nothing of each other's objects.
  resolve: { dedupe: ["graphql", "react", "react-dom", "urql", "@urql/core"] },
  server: { host: "127.0.0.1" },
  build: { target: "es2022" },
});
