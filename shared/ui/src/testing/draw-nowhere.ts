/** Charts in a DOM without a canvas: what they draw goes nowhere; what they say is there to be read. */
export function drawNowhere(): void {
  // Takes whatever is called or set: a canvas's own pen has some hundred members, hence the casts.
  const pen: object = new Proxy({}, { get: () => () => ({ width: 0 }), set: () => true });
  HTMLCanvasElement.prototype.getContext = (() => pen) as unknown as typeof HTMLCanvasElement.prototype.getContext;
  globalThis.Path2D ??= function Path2D() {
    return pen;
  } as unknown as typeof Path2D;
}
