import { defineConfig } from "vite";

// The page asks where it comes from, and Vite passes that on to the server: a page needs to know no other address.
const graph = new URL(process.env.CHACRA_URL || "http://127.0.0.1:4000/graphql");

export default defineConfig({
  base: "./",
  // One of each, whoever asks for it: two copies know nothing of each other's objects.
  resolve: { dedupe: ["graphql", "react", "react-dom", "urql", "@urql/core"] },
  server: {
    host: "127.0.0.1",
    proxy: {
      "/graphql": {
        target: graph.origin,
        changeOrigin: true,
        rewrite: (path) => path.replace("/graphql", graph.pathname),
      },
    },
  },
  clearScreen: false,
  build: { target: "es2022" },
});
