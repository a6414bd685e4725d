import { viewItem } from "../storage/items.ts";
import { inTurn } from "./in-turn.ts";
import { forgetInsights } from "./kept-insights.ts";

/** After an update: figures kept by the version before may have another shape. */
export const forgetFigures = (): Promise<void> =>
  inTurn(async () => {
    const { figures: _, ...view } = await viewItem.getValue();
    await viewItem.setValue(view);
    await forgetInsights();
  });
