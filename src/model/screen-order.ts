/** What the rows of a screening can be sorted by (排序). */
export const SORT_KEYS = ["margin", "verdict", "id", "area", "number"] as const;
export type SortKey = (typeof SORT_KEYS)[number];
