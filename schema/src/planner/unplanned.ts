/** Why an operation is not answered by one statement; it is then executed the ordinary way, which is the specification. */
export class Unplanned extends Error {
  override readonly name = "Unplanned";
}
