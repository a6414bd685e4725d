import type { notificationsEn } from "./notifications.en.ts";

export const notificationsFr = {
  "notify.level_up.title": "Te voilà au niveau {level}",
  "notify.level_up.body": "{title}. Encore {xpToNext, number} XP jusqu’au niveau {next}.",
  "notify.unlock.title": "{achievement} est à toi",
  "notify.unlock.body": "{description}. +{xp, number} XP.",
  "notify.rank_up.title":
    "Te voilà n° {rank} sur {total, number}, {steps, plural, one {# place gagnée} other {# places gagnées}}",
  "notify.rank_up.body": "{category} · {period}. La place suivante est à {toNext}.",
  "notify.spike.title": "« {track} » passe une grosse journée",
  "notify.spike.body":
    "{plays, plural, one {# écoute} other {# écoutes}} aujourd’hui pour l’instant (UTC). D’habitude, c’est environ {usual, number}.",
  "notify.spike.body_past":
    "{plays, plural, one {# écoute} other {# écoutes}} le {date}. D’habitude, c’est environ {usual, number}.",
  "notify.spike.button": "Ouvrir les insights",
  "notify.sale.title": "« {track} », une vente",
  "notify.sale.body": "{amount} pour toi.",
  "notify.refund.title": "Vente remboursée : « {track} »",
  "notify.refund.body": "{amount} retournent à l’acheteur.",
  "notify.payout_sent.title": "{amount} en route vers ta banque",
  "notify.payout_sent.body": "Arrivée prévue : {date}.",
  "notify.payout_failed.title": "Un versement de {amount} n’a pas abouti",
  "notify.payout_failed.body": "{reason} Stripe a besoin de tes coordonnées bancaires.",
} as const satisfies Record<keyof typeof notificationsEn, string>;
