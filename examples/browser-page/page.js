import { ChacraError, createClient, graphql } from "@chacra/sdk";

// The server that `npm start` starts, or another: ?graph=https://chacra.example.org/graphql
const url = new URLSearchParams(location.search).get("graph") ?? "http://127.0.0.1:4000/graphql";
const chacra = createClient({ url });

/** Typed from its text: an editor knows every field of what it gives, in a script as well. */
const Districts = graphql(`
  query Districts($ubigeo: String!, $after: String) {
    localGovernments(
      first: 10
      after: $after
      where: { region: { ubigeo: { equals: $ubigeo } }, families: { some: {} } }
      orderBy: [{ name: ASC }]
    ) {
      nodes { name families { totalCount } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/**
 * Totals that would speak of too few families are withheld, which is not 0.
 *
 * @param {number | null | undefined} figure
 */
const shown = (figure) => (typeof figure === "number" ? whole.format(figure) : "withheld");

async function showRegions() {
  const { regions } = await chacra.regionsOverview();
  const rows = regions.nodes.map(({ ubigeo, name, families, farms }) => {
    const button = element("button", name);
    button.addEventListener("click", () => attempt(() => showDistricts(ubigeo, name)));
    const figures = [families.totalCount, farms.totalCount, farms.sum?.hectares];
    const head = element("th", button);
    head.scope = "row";
    return element("tr", head, ...figures.map((figure) => element("td", shown(figure))));
  });
  the("#regions tbody").replaceChildren(...rows);
  the("#regions").hidden = false;
}

/** Ends what is still on its way for the region chosen before. */
let leaving = new AbortController();

/**
 * @param {string} ubigeo
 * @param {string} name
 */
async function showDistricts(ubigeo, name) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const list = the("#districts ul");
  list.replaceChildren();
  the("#place").textContent = name;
  the("#progress").textContent = "Loading …";
  the("#districts").hidden = false;
  the("#place").focus();
  let count = 0;
  for await (const district of chacra.pages(Districts, { ubigeo }, "localGovernments", { signal })) {
    list.append(element("li", `${district.name}: ${shown(district.families.totalCount)}`));
    count += 1;
  }
  the("#progress").textContent = `Families in ${count} districts`;
}

/**
 * Does something, and offers to do it again where it went wrong.
 *
 * @param {() => Promise<void>} what
 */
async function attempt(what) {
  the("#failure").hidden = true;
  try {
    await what();
  } catch (error) {
    if (!(error instanceof ChacraError)) throw error;
    if (error.code === "ABORTED") return;
    the("#failure p").textContent = `${error.message} (${error.code})`;
    the("#failure").hidden = false;
    the("#failure button").onclick = () => attempt(what);
    the("#progress").textContent = "";
  } finally {
    the("#status").textContent = "";
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {(Node | string)[]} content
 */
function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
function the(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${selector}.`);
  return found;
}

await attempt(showRegions);
