/** The server could not be reached, refused, or answered what no contract allows. */
export class ServerError extends Error {
  override name = "ServerError";
  /** The HTTP status, absent where there was no answer. */
  readonly status: number | undefined;
  /** Names the request in the server's log, or in ours where the server was not reached. */
  readonly requestId: string;

  constructor(message: string, requestId: string, status?: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.requestId = requestId;
  }

  /** Whether the key is missing, withdrawn or of the wrong scope; trying again does not help. */
  get refusesKey(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

/** Names what went wrong before the server could. */
export const newRequestId = (): string => crypto.randomUUID().slice(0, 8);
