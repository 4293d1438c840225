import { LinearClient } from "@linear/sdk";

export function create(url) {
  const linear = new LinearClient({ apiKey: "lin_api_key", apiUrl: url });
  return async (text, variables, { signal } = {}) => {
    const { data, errors } = await linear.client.rawRequest(text, variables, undefined, signal);
    return { data, error: errors?.[0] };
  };
}

export const createFull = create;

/** Three issues and who each is for, as its documentation shows it. */
export async function nested(url) {
  const linear = new LinearClient({ apiKey: "lin_api_key", apiUrl: url });
  const { nodes } = await linear.issues({ first: 3 });
  return Promise.all(nodes.map(async (issue) => (await issue.assignee)?.name));
}
