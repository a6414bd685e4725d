/** The one platform class that shared uses: present in Node, browsers and workers alike. */
declare class URL {
  constructor(url: string, base?: string);
  readonly origin: string;
  readonly pathname: string;
}
