import { tryFeatures } from "./features.js";

const [url = "", publicKey = ""] = process.argv.slice(2);
tryFeatures({ url, publicKey }).then((answers) => console.log(JSON.stringify(answers)));
