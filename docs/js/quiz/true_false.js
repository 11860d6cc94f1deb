/* True or false. The key holds an entry for the right one of the two alone. */
import { entry } from "./parts.js";
import { chosen, conceal, reveal } from "./options.js";
import { key } from "./single.js";

/** `["true"]` or `["false"]`, empty when nothing is chosen. */
export const answer = chosen;

/** `right` or `wrong`; null for anything but one of the two. */
export const judge = (root, ids) =>
  ids.length === 1 && ["true", "false"].includes(ids[0]) ? (entry(root, ids[0]) ? "right" : "wrong") : null;

export { conceal, key, reveal };
