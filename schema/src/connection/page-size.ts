/** Items of a page that does not say how many, and of the largest there may be. */
export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 100;
