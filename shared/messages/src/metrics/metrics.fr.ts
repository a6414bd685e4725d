import type { MetricSlug } from "@beatpass/shared/metrics";

/** The French of shared/metrics' list of definitions. */
export const metricsFr: Record<MetricSlug, { name: string; definition: string; formula: string }> = {
  plays: {
    name: "Écoutes",
    definition:
      "Écoutes de la période. Celles des robots et des comptes crédités sur le morceau sont gardées, mais pas comptées.",
    formula: "nombre d’écoutes comptées dont le jour UTC est dans la période",
  },
  downloads: {
    name: "Téléchargements",
    definition: "Téléchargements sous licence de la période.",
    formula: "nombre de téléchargements dont le jour UTC est dans la période",
  },
  "growth-rate": {
    name: "Croissance",
    definition:
      "Écoutes de la période par rapport à la période de même durée juste avant. Absente s’il n’y avait aucune écoute avant, ou si les chiffres par jour commencent au premier jour de cette période ou après.",
    formula: "(écoutes − écoutes d’avant) ÷ écoutes d’avant",
  },
  spike: {
    name: "Pic inhabituel",
    definition:
      "Un jour qui sort des jours habituels du morceau : au moins 20 écoutes, loin au-dessus de la médiane des 28 jours précédents. Les jours d’avant la publication ne comptent pas ; s’il en reste moins de 14, rien n’est dit.",
    formula: "(écoutes − médiane) ÷ max(1,4826 × écart absolu médian, √médiane, 1) ≥ 3,5, sur les 28 jours précédents",
  },
  "track-usual-day": {
    name: "Jour ordinaire d’un morceau",
    definition:
      "Ce qu’un jour apporte d’habitude à un morceau : la médiane des 28 jours au plus avant celui qui sort du lot. Les jours d’avant la publication ne comptent pas.",
    formula: "médiane des écoutes par jour, sur les 28 jours précédents",
  },
  trend: {
    name: "Tendance",
    definition:
      "Seconde moitié de la période par rapport à la première. Absente si la première moitié n’a aucune écoute, ou si les chiffres par jour commencent au premier jour de la période ou après.",
    formula: "(seconde moitié − première moitié) ÷ première moitié ; la première a partie entière(n ÷ 2) des n jours",
  },
  "peak-day": {
    name: "Meilleur jour",
    definition: "Le jour UTC qui compte le plus d’écoutes, le premier en cas d’égalité.",
    formula: "jour du maximum d’écoutes",
  },
  "daily-average": {
    name: "Moyenne par jour",
    definition: "Écoutes par jour sur tous les jours de la période, y compris ceux sans écoute.",
    formula: "écoutes ÷ jours de la période",
  },
  "average-listen-duration": {
    name: "Durée d’écoute moyenne",
    definition: "Moyenne sur les écoutes dont on connaît la durée écoutée et la durée du morceau. Sans plafond.",
    formula: "temps d’écoute total ÷ écoutes avec durée",
  },
  "engaged-plays": {
    name: "Écoutes avec durée",
    definition:
      "Écoutes de la période dont on connaît la durée du morceau et le temps écouté ; 0 ms en est un. Tous les chiffres d’engagement portent sur elles seules.",
    formula: "nombre d’écoutes de la période avec une durée connue et un temps écouté",
  },
  "completion-rate": {
    name: "Taux de complétion",
    definition:
      "Complétion moyenne. 60 % ou plus, c’est solide. Excellent dès 80 %, bon dès 60, moyen dès 40, faible en dessous.",
    formula: "moyenne de min(durée écoutée ÷ durée du morceau, 1) sur les écoutes avec durée",
  },
  "completed-listens": {
    name: "Écoutes complètes",
    definition: "Écoutes qui atteignent au moins 80 % du morceau.",
    formula: "nombre d’écoutes avec une complétion ≥ 80 %",
  },
  "total-listen-time": {
    name: "Temps d’écoute total",
    definition: "Tout le temps écouté, sur les écoutes avec durée.",
    formula: "somme des durées écoutées",
  },
  "completion-breakdown": {
    name: "Jusqu’où on écoute",
    definition:
      "Écoutes avec durée, par complétion : complètes dès 80 %, presque dès 60, à moitié dès 40, en partie dès 20, passées en dessous.",
    formula: "nombre d’écoutes par tranche",
  },
  "quality-score": {
    name: "Score de qualité",
    definition:
      "Rétention pondérée, de 0 à 100. Excellent dès 70, bon dès 60, moyen dès 40, à retravailler dès 20, faible en dessous.",
    formula: "(100 × complètes + 70 × presque + 50 × à moitié + 30 × en partie + 10 × passées) ÷ écoutes avec durée",
  },
  "engagement-badge": {
    name: "Engagement",
    definition:
      "Fort : taux de complétion et part écoutée moyenne à 80 % ou plus ; bon : les deux à 60 ; modéré : l’un des deux à 40 ; sinon faible.",
    formula: "à partir du taux de complétion et de durée d’écoute moyenne ÷ durée du morceau",
  },
  devices: {
    name: "Appareils",
    definition: "Écoutes par type d’appareil ; celles dont on ne connaît pas l’appareil n’y sont pas.",
    formula: "écoutes ÷ écoutes dont on connaît l’appareil",
  },
  platforms: {
    name: "Plateformes",
    definition: "Écoutes par plateforme ; celles dont on ne connaît pas la plateforme n’y sont pas.",
    formula: "écoutes ÷ écoutes dont on connaît la plateforme",
  },
  locations: {
    name: "Lieux",
    definition: "Écoutes par pays, dix au plus ; celles dont on ne connaît pas le pays n’y sont pas.",
    formula: "écoutes ÷ écoutes dont on connaît le pays",
  },
  listeners: {
    name: "Auditoire",
    definition:
      "Jusqu’à dix comptes, par écoutes ; les invités tiennent sur une ligne. Un pseudonyme remplace tout nom qui n’est pas public.",
    formula: "écoutes par compte",
  },
  "usual-day": {
    name: "Jour ordinaire",
    definition:
      "Ce qu’un jour apporte d’habitude : la moyenne des 28 derniers jours entiers. Absent tant qu’il n’y en a pas 28.",
    formula: "écoutes des 28 derniers jours entiers ÷ 28",
  },
  "dashboard-growth": {
    name: "Croissance",
    definition:
      "Écoutes des 30 derniers jours UTC par rapport aux 30 d’avant. Absente s’il n’y avait aucune écoute avant, ou si les chiffres par jour commencent au premier de ces jours ou après.",
    formula: "(écoutes de 30 jours − écoutes des 30 d’avant) ÷ écoutes des 30 d’avant",
  },
  "growth-status": {
    name: "État de la croissance",
    definition:
      "Un mot pour la croissance d’un morceau ou d’un album : exceptionnelle, forte, stable, léger recul ou à surveiller.",
    formula:
      "plus de 15 % : exceptionnelle · dès 5 % : forte · dès 0 % : stable · dès −5 % : léger recul · en dessous : à surveiller",
  },
  "total-tracks": {
    name: "Morceaux",
    definition: "Les morceaux publics qui créditent l’un de tes profils d’artiste, chacun une fois.",
    formula: "nombre de tes morceaux publics",
  },
  "artist-tracks": {
    name: "Morceaux d’un artiste",
    definition: "Les morceaux connus ici qui créditent ce profil d’artiste, publics ou non.",
    formula: "nombre de morceaux avec ce crédit",
  },
  "total-plays": {
    name: "Écoutes au total",
    definition: "Les écoutes comptées de tous tes morceaux publics, depuis le début.",
    formula: "somme des écoutes de tes morceaux",
  },
  "track-plays": {
    name: "Écoutes d’un morceau ou d’un album",
    definition: "Les écoutes comptées du morceau, ou de tes morceaux publics de l’album, depuis le début.",
    formula: "nombre d’écoutes comptées",
  },
  followers: {
    name: "Abonnés",
    definition: "Les comptes abonnés à l’un au moins de tes profils d’artiste.",
    formula: "nombre d’abonnés, chacun une fois",
  },
  albums: {
    name: "Albums",
    definition: "Les albums de tes morceaux publics. Un même titre d’album et un même premier artiste font un album.",
    formula: "nombre d’albums de tes morceaux",
  },
  "album-tracks": {
    name: "Morceaux d’un album",
    definition: "Tes morceaux publics de l’album, chacun une fois.",
    formula: "nombre de tes morceaux publics de l’album",
  },
  "metadata-completeness": {
    name: "Métadonnées",
    definition: "Combien de champs sont remplis sur six : BPM, tonalité, gamme, description, tags, pochette.",
    formula: "champs remplis ÷ 6",
  },
  "metadata-fields": {
    name: "Champs de métadonnées",
    definition: "Combien des six champs d’un morceau sont remplis : BPM, tonalité, gamme, description, tags, pochette.",
    formula: "nombre de champs remplis, de 0 à 6",
  },
  xp: {
    name: "XP",
    definition:
      "Tout ce que tu as gagné : publications, écoutes, métadonnées complètes, collaborations et succès. Elle ne baisse jamais.",
    formula: "somme de l’XP versée, chaque cause une seule fois",
  },
  level: {
    name: "Niveau",
    definition: "De 1 à 100, selon l’XP totale.",
    formula: "le plus haut niveau L tel que arrondi(100 × (L − 1)^1,5) ≤ XP",
  },
  "level-xp": {
    name: "XP d’un niveau",
    definition: "L’XP à laquelle un niveau commence : le tien, ou le suivant. Au niveau 100, c’est la même.",
    formula: "arrondi(100 × (L − 1)^1,5)",
  },
  "xp-to-next": {
    name: "XP jusqu’au niveau suivant",
    definition: "Ce qui manque jusqu’au niveau suivant ; rien au niveau 100.",
    formula: "XP du niveau suivant − XP",
  },
  "level-progress": {
    name: "Avancée dans le niveau",
    definition: "La part du chemin déjà faite entre ce niveau et le suivant.",
    formula: "(XP − XP de ce niveau) ÷ (XP du suivant − XP de ce niveau)",
  },
  "holders-share": {
    name: "Proportion qui l’a",
    definition: "Combien de producteurs d’ici ont débloqué un succès.",
    formula: "qui l’a débloqué ÷ tous les producteurs",
  },
  rank: {
    name: "Rang",
    definition:
      "Ta place parmi tous ceux qui sont classés. À score et départage égaux, le rang est partagé (1, 2, 2, 4).",
    formula: "1 + le nombre de ceux qui font mieux",
  },
  "best-rank": {
    name: "Meilleur rang depuis le début",
    definition: "De tes rangs dans les sept classements depuis le début, le meilleur pour la taille de son classement.",
    formula: "le plus petit rang ÷ nombre de producteurs classés",
  },
  "board-overall": {
    name: "Score général",
    definition:
      "Ce que donnent tes rangs dans les six autres classements de la période. Un classement où tu n’es pas n’ajoute rien.",
    formula:
      "Σ poids × max(0, 100 − rang) : XP 25 %, écoutes 20, publications 15, qualité du catalogue 15, collaborations 15, contribution 10",
  },
  "board-points": {
    name: "XP",
    definition: "XP totale à la dernière mise à jour, depuis le début quelle que soit la période.",
    formula: "XP totale",
  },
  "board-plays": {
    name: "Écoutes",
    definition: "Écoutes comptées de tes morceaux publiés, sur la période.",
    formula: "nombre d’écoutes ; les n derniers jours remontent n × 24 h avant la mise à jour",
  },
  "board-uploads": {
    name: "Publications",
    definition: "Morceaux publics publiés dans la période.",
    formula: "nombre de morceaux publics publiés",
  },
  "board-quality": {
    name: "Qualité du catalogue",
    definition:
      "À quel point les métadonnées de tes morceaux publics sont complètes, en moyenne. Une période prend ceux publiés avant sa fin.",
    formula: "moyenne par morceau des champs remplis sur six, en pourcentage",
  },
  "board-collaboration": {
    name: "Collaborations",
    definition:
      "Avec combien d’autres tu as fait des morceaux, et ce qu’ils deviennent. Une période ne prend que les morceaux en collaboration publiés pendant elle, avec leurs écoutes de la période ; sans aucun, tu n’y es pas dans le classement. Les succès comptent depuis le début.",
    formula:
      "10 × autres artistes des morceaux en collaboration + 0,01 × écoutes de ces morceaux + 2 × ta part de leur contribution + 5 × succès de collaboration",
  },
  "board-earnings": {
    name: "Part de contribution",
    definition:
      "Ta part de la valeur de contribution de la plateforme. Ce n’est pas de l’argent. Une période prend tout morceau public publié avant sa fin, avec ses écoutes de la période et son âge à la fin de la période, ou maintenant si c’est plus tôt.",
    formula: "ta contribution ÷ celle de tout le monde, en pourcentage",
  },
  contribution: {
    name: "Valeur de contribution",
    definition:
      "Le poids d’un morceau : plus il est récent et écouté, plus il pèse ; à parts égales entre les artistes crédités. Un morceau vendu seulement en exclusivité n’en a pas.",
    formula:
      "0,5^(âge en jours ÷ 182,5) × bonus : 1 pour 0 écoute, 1,67 pour 10, 1,91 pour 100, 2,25 pour 1k, 2,5 pour 10k, 2,67 pour 100k ; linéaire en log10(écoutes + 1) entre eux, au-delà comme entre les deux derniers, jusqu’à 3",
  },
  earnings: {
    name: "Revenus",
    definition:
      "Ventes, remboursements et versements tels que Stripe les donne, avant frais et chaque devise à part. Les revenus depuis le début sont les ventes et les versements d’abonnement, moins les remboursements.",
    formula: "ventes + versements d’abonnement − remboursements, par devise",
  },
  "transaction-amount": {
    name: "Montant d’une transaction",
    definition:
      "Ce qu’une vente, un versement ou un remboursement a fait bouger, avant frais : ce qui a été payé, en négatif si l’argent est parti.",
    formula: "montant du paiement, du versement ou du remboursement",
  },
  "sale-share": {
    name: "Ta part d’une vente",
    definition: "Ce qui te revient d’une vente, une fois retirée la part de la plateforme.",
    formula: "prix payé − part de la plateforme",
  },
  "refund-amount": {
    name: "Montant d’un remboursement",
    definition: "Ce qui est reparti chez qui avait acheté.",
    formula: "montant du remboursement",
  },
  "transaction-count": {
    name: "Nombre de transactions",
    definition: "Combien il y a de transactions du type choisi.",
    formula: "nombre de ventes, versements et remboursements",
  },
  "balance-available": {
    name: "Solde disponible",
    definition: "Ce que Stripe peut verser maintenant, chaque devise à part.",
    formula: "somme du solde disponible, par devise",
  },
  "balance-pending": {
    name: "Solde en attente",
    definition: "Ce que Stripe a pour toi et ne peut pas encore verser, chaque devise à part.",
    formula: "somme du solde en attente, par devise",
  },
  "balance-in-transit": {
    name: "Versements en route",
    definition: "Les versements en route vers la banque, chaque devise à part.",
    formula: "somme des versements prévus ou en route, par devise",
  },
  "stripe-requirements": {
    name: "Demandé par Stripe",
    definition: "Combien de choses Stripe te demande encore avant de verser.",
    formula: "nombre d’éléments à fournir",
  },
  "last-day": {
    name: "24 dernières heures",
    definition: "Écoutes comptées de tes morceaux publics ces dernières 24 heures, à côté de ce qui est habituel.",
    formula: "nombre d’écoutes comptées depuis 24 heures",
  },
  uploads: {
    name: "Publications",
    definition: "Tes morceaux publics parus ce jour-là, chacun compté une fois.",
    formula: "nombre de morceaux dont la publication tombe ce jour UTC",
  },
  "unique-downloaders": {
    name: "Comptes différents",
    definition: "Comptes différents ayant un téléchargement sous licence sur la période.",
    formula: "nombre de comptes différents",
  },
  share: {
    name: "Part",
    definition:
      "La part des écoutes de la période venant de cet appareil, cette plateforme, ce pays ou cette personne. Les écoutes pour lesquelles on ne sait pas sont mises de côté.",
    formula: "écoutes de celui-ci ÷ écoutes pour lesquelles on sait",
  },
  "data-points": {
    name: "Points",
    definition: "Combien de barres a le graphique.",
    formula: "une barre par jour jusqu’à 92 jours, par semaine jusqu’à 366, sinon par mois",
  },
  "release-plays": {
    name: "Écoutes par âge",
    definition:
      "Écoutes d’un morceau par jour depuis sa publication, pour voir deux morceaux au même âge. Le jour 0 est le jour UTC de la publication.",
    formula: "nombre d’écoutes comptées le n-ième jour UTC après la publication",
  },
  "opening-balance": {
    name: "Écoutes d’avant le détail par jour",
    definition:
      "Écoutes annoncées par BeatPass à la première lecture. Elles n’ont pas de date : elles sont dans les totaux, pas dans les jours ni les périodes.",
    formula: "totaux d’écoutes à la première lecture",
  },
  "tracks-read": {
    name: "Morceaux sur BeatPass",
    definition: "Les morceaux de ton catalogue sur BeatPass à la dernière lecture.",
    formula: "nombre de morceaux à la dernière lecture",
  },
  "plays-caught-up": {
    name: "Écoutes rattrapées",
    definition: "Les écoutes manquées tant que le jeton ne marchait pas, ajoutées après son renouvellement.",
    formula: "écoutes ajoutées par la lecture d’après le renouvellement",
  },
  "token-days": {
    name: "Jours restants d’un jeton",
    definition:
      "Les jours avant la fin de ton jeton BeatPass, ceux entamés compris. BeatPass ne dit pas quand il a été créé : on compte depuis qu’il a été collé.",
    formula: "90 − jours depuis qu’il a été collé, arrondi vers le haut",
  },
  news: {
    name: "Depuis ta dernière visite",
    definition:
      "Ce qui est arrivé depuis ta dernière visite : écoutes, XP, succès, rangs, abonnés. Revenir dans la demi-heure, c’est la même visite. Les écoutes datant de plus d’un jour avant elle sont de l’histoire, pas du neuf.",
    formula: "sommes de ce qui est arrivé depuis la fin de la visite d’avant",
  },
  "xp-by-source": {
    name: "XP par source",
    definition: "Ce qu’ont rapporté publications, écoutes, métadonnées, collaborations et succès.",
    formula: "somme de l’XP versée pour cette raison",
  },
  "xp-count": {
    name: "Nombre de gains d’XP",
    definition:
      "Combien de fois publications, écoutes, métadonnées, collaborations et succès ont chacun rapporté de l’XP.",
    formula: "nombre de gains pour cette raison",
  },
  "xp-entry": {
    name: "XP d’une cause",
    definition:
      "Ce qu’une publication, des métadonnées complètes, une collaboration ou un succès a rapporté. Chaque cause compte une fois.",
    formula: "ce que les règles donnent pour cette raison, ou l’XP du succès",
  },
  "achievement-xp": {
    name: "XP d’un succès",
    definition: "Versée une fois, quand le succès se débloque.",
    formula: "un montant fixe par succès",
  },
  "unlock-progress": {
    name: "Où tu en es",
    definition:
      "Ce que tu as de ce que demande un succès. Pour une place dans un groupe, on compte ceux que tu devances.",
    formula: "acquis ÷ demandé",
  },
  unlocked: {
    name: "Succès débloqués",
    definition: "Combien de succès sont à toi, sur tous ceux qui existent. Ils le restent.",
    formula: "nombre de succès débloqués",
  },
  "achievement-count": {
    name: "Tous les succès",
    definition: "Combien de succès il y a à débloquer.",
    formula: "nombre de succès",
  },
  "unlocked-in-week": {
    name: "Débloqués dans la semaine",
    definition: "Les succès que tu as débloqués pendant la semaine d’un résumé.",
    formula: "nombre de succès débloqués en sept jours",
  },
  tier: {
    name: "Palier",
    definition:
      "Diamant, Platine, Or, Argent ou Bronze : selon ton score au classement ; pour l’XP et les collaborations, selon ta place parmi tous.",
    formula:
      "général 80, 65, 50, 30 · écoutes 100k, 50k, 10k, 1k · publications 100, 50, 25, 10 · qualité du catalogue 95, 85, 75, 60 · part de contribution 15, 10, 5, 2 · XP et collaborations : parmi les premiers 1, 5, 20, 50 %",
  },
  "rank-movement": {
    name: "Mouvement",
    definition: "Places gagnées ou perdues depuis l’actualisation d’avant.",
    formula: "rang d’avant − rang actuel",
  },
  "week-movement": {
    name: "Mouvement de la semaine",
    definition:
      "Places gagnées ou perdues au classement depuis le début de la semaine d’un résumé. Absent si on ne connaît pas la place d’avant.",
    formula: "rang au début de la semaine − rang actuel",
  },
  passings: {
    name: "Dépassements",
    definition: "Combien tu en as dépassé, ou combien t’ont dépassé, à la dernière mise à jour qui a changé ton rang.",
    formula: "nombre de ceux qui n’étaient pas derrière toi et le sont, ou n’étaient pas devant toi et le sont",
  },
  "rank-gap": {
    name: "Jusqu’à la place suivante",
    definition: "Ce qui manque pour atteindre le score de la place suivante.",
    formula: "son score − le tien",
  },
  "rank-lead": {
    name: "Avance",
    definition:
      "De combien le premier devance le deuxième, dans l’unité du classement. Absente si la première place est partagée.",
    formula: "score du premier − score du deuxième",
  },
  ranked: {
    name: "Producteurs classés",
    definition: "Producteurs de ce classement dont le score dépasse 0.",
    formula: "nombre de producteurs classés",
  },
  tiebreak: {
    name: "Départage",
    definition:
      "Décide entre scores égaux ; s’il est égal aussi, le rang est partagé. Il suit la période comme le classement du même nom.",
    formula:
      "général : XP · XP : succès · écoutes : morceaux · publications : écoutes · qualité du catalogue : morceaux · collaborations : morceaux en collaboration · part de contribution : contribution",
  },
  "community-members": {
    name: "Membres",
    definition:
      "Les producteurs dont une communauté entend les nouvelles et qui sont dans ses classements : ceux qui y ont relié leur profil, ou tout le monde si elle l’a choisi.",
    formula: "nombre de ces producteurs",
  },
  "linked-members": {
    name: "Membres reliés",
    definition: "Les producteurs qui ont relié leur profil dans une communauté.",
    formula: "nombre de profils reliés",
  },
};
