export const salesEn = {
  "notify.sale.title_unnamed": "You made a sale",
  "notify.refund.title_unnamed": "One of your sales was refunded",
  "notify.sale.button": "Open finances",
} as const;
