import { JSDOM } from "jsdom";

// Just what React looks for: the server beside it goes on with Node's own URL, fetch and so on.
const { window } = new JSDOM("<!doctype html>", { url: "http://127.0.0.1" });
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
