import pg from "pg";

type Rows = (string | null)[][];

/**
 * Asks for rows as lists of texts, as PostgreSQL writes them. pg's own queries also have the rows described, make values by that description,
 * and hand the socket five messages one by one, which for a short statement is half of the work.
 *
 * @param name that the statement is prepared under, once a connection
 */
export function textRows(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[],
  name?: string,
): Promise<Rows> {
  return new Promise((resolve, reject) => {
    client.query(new TextRows({ text, values: [...values], ...(name && { name }) }, resolve, reject));
  });
}

class TextRows extends pg.Query {
  readonly #rows: Rows = [];

  constructor(config: pg.QueryConfig, resolve: (rows: Rows) => void, reject: (error: Error) => void) {
    super(config, (error) => (error ? reject(error) : resolve(this.#rows)));
    const { submit } = this;
    this.submit = (connection) => {
      const letter = letterOver(connection);
      const refusal = submit.call(this, letter);
      letter.send();
      return refusal;
    };
  }

  /** So that a statement without values is sent as one with values is. */
  requiresPreparation(): boolean {
    return true;
  }

  handleDataRow({ fields }: { fields: Rows[number] }): void {
    this.#rows.push(fields);
  }
}

interface Letter extends pg.Connection {
  send(): void;
}

const letters = new WeakMap<pg.Connection, Letter>();

/** A connection's face that collects the messages of a query and sends them as one. */
function letterOver(connection: pg.Connection): Letter {
  let letter = letters.get(connection);
  if (!letter) {
    let messages: Uint8Array[] = [];
    letter = Object.assign(Object.create(connection), {
      stream: { writable: true, write: (message: Uint8Array) => messages.push(message) },
      // The rows are texts, whatever they are.
      describe() {},
      send() {
        const whole = Buffer.concat(messages);
        messages = [];
        if (connection.stream.writable) connection.stream.write(whole);
      },
    }) as Letter;
    letters.set(connection, letter);
  }
  return letter;
}
