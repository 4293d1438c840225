/** Runs a function of the caller's whose failure is none of a query's: it is reported as one of its own. */
export function apart(work: () => void): void {
  try {
    work();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
