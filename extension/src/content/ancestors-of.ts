/** The element and everything around it, through shadow roots, innermost first. */
export function ancestorsOf(target: Element): Element[] {
  const chain: Element[] = [];
  for (let element: Element | null = target; element; element = parentOf(element)) chain.push(element);
  return chain;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
