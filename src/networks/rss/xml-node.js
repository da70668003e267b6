/**
 * A node of xml2js is a string, or an object with its text under "_", its attributes under "$" and its elements, as
 * arrays, under their names.
 */

/**
 * Trimmed; undefined where there is no text.
 * @param {unknown} node
 */
export function nodeText(node) {
  const text = isObject(node) ? node._ : node;
  return typeof text === 'string' ? text.trim() : undefined;
}

/**
 * @param {unknown} node
 * @param {string} name
 */
export function attribute(node, name) {
  const value = isObject(node) && isObject(node.$) ? node.$[name] : undefined;
  return typeof value === 'string' ? value.trim() : undefined;
}

/**
 * The elements of this name inside a node.
 * @param {unknown} node
 * @param {string} name
 * @returns {unknown[]}
 */
export function list(node, name) {
  const value = isObject(node) ? node[name] : undefined;
  return Array.isArray(value) ? value : [];
}

/** @param {unknown[]} nodes */
export function first(nodes) {
  return nodes[0];
}

/** @param {unknown} node */
export function hasElements(node) {
  return isObject(node) && Object.keys(node).some((key) => key !== '_' && key !== '$');
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}
