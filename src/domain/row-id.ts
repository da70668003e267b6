/** The largest id that a row can have. */
const MAX_ROW_ID = 2 ** 31 - 1;

/** Whether a number that came from outside can be the id of a row; 0 stands for none. Pure. */
export function isRowId(id: number): boolean {
  return Number.isSafeInteger(id) && id >= 0 && id <= MAX_ROW_ID;
}
