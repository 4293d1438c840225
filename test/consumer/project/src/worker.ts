import { type Graph, tryFeatures } from "./features.js";

/** A worker as edge platforms run it. */
export default {
  async fetch(request: Request): Promise<Response> {
    const graph: Graph = JSON.parse(await request.text());
    return Response.json(await tryFeatures(graph));
  },
};
