/**
 * Numbers that options hold.
 *
 * @throws {TypeError} for one that cannot be
 */
export function checked<Options extends { timeout?: number | undefined; retries?: number | undefined }>(
  options: Options,
): Options {
  const { timeout, retries } = options;
  if (timeout !== undefined && !(timeout > 0 && timeout <= 2 ** 31 - 1)) {
    throw new TypeError(`The option timeout is no time in milliseconds: ${timeout}. Take one such as 10_000.`);
  }
  if (retries !== undefined && !(Number.isInteger(retries) && retries >= 0)) {
    throw new TypeError(`The option retries is no number of attempts: ${retries}. Take 0 or more.`);
  }
  return options;
}
