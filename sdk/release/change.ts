/** A change of what users build on. */
export interface Change {
  /** Whether code that ran may no longer do so. */
  breaking: boolean;
  /** In Markdown, on one line. */
  text: string;
}
