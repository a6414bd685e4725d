import type { insightsEn } from "./insights.en.ts";

export const insightsFr = {
  "insights.no_plays.title": "Aucune écoute sur cette période",
  "insights.no_plays.body": "La dernière date du {date}.",
  "insights.never_played": "Pas encore d’écoute. Un nouveau morceau met 15 à 30 minutes à apparaître.",
  "insights.no_engagement": "BeatPass indique le nombre d’écoutes, pas leur durée : aucun temps d’écoute ici.",
  "insights.part_engagement":
    "Calculé sur {known, number} écoutes sur {plays, number} ; pour les autres, pas de durée d’écoute.",
  "insights.waiting": "Trop tôt pour une tendance. Deux semaines complètes suffisent.",
} as const satisfies Record<keyof typeof insightsEn, string>;
