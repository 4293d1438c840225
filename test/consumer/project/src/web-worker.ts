import { tryFeatures } from "./features.js";

self.addEventListener("message", async ({ data }) => self.postMessage(await tryFeatures(data)));
