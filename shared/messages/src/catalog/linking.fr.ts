import type { linkingEn } from "./linking.en.ts";

export const linkingFr = {
  "link.start":
    "Relie ton profil d’artiste BeatPass à {community}. Une page, une minute environ. Rien n’est publié sans ton accord.",
  "link.start.button": "Relier mon profil",
  "link.expires": "Ce lien sert une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}.",
  "link.page.title": "Que peut voir {community} ?",
  "link.page.level_up": "Publier quand je change de niveau",
  "link.page.unlock": "Publier quand je débloque un succès",
  "link.page.rank": "Publier quand je monte dans un classement",
  "link.page.named": "On peut me citer quand quelqu’un passe devant moi",
  "link.page.boards": "M’afficher dans les classements d’ici",
  "link.page.hello": "Annoncer mon arrivée",
  "link.done.title": "C’est fait, {name}",
  "link.done.body":
    "Niveau {level}, {tracks, plural, one {# morceau} other {# morceaux}}, {plays, plural, one {# écoute} other {# écoutes}}. Ce que tu as fait avant aujourd’hui t’appartient et ne sera pas annoncé.",
  "link.done.next": "Essaie /beatpass stats. Tu changes d’avis quand tu veux : /beatpass privacy.",
  "link.already": "Ton compte est déjà relié : {name}.",
  "link.removed": "C’est délié. Plus rien ne sera publié ici, et tes chiffres quittent les classements de {community}.",
  "pair.confirm": "Ton navigateur affiche {code} ? Alors c’est bien le tien.",
  "pair.done":
    "C’est associé. Épingle l’icône pour voir ton niveau d’un coup d’œil, puis fais un clic droit sur un morceau BeatPass.",
  "bot.hello":
    "Je publie les passages de niveau, les succès et les mouvements du classement BeatPass. Tant que tu n’as pas choisi de salon, je ne dis rien.",
  "bot.hello.button": "Configurer",
  "bot.setup.done": "C’est prêt. {channel} recevra : {kinds}. Profils reliés : {linked, number}.",
  "bot.setup.invite": "À partager pour que chacun puisse se relier :",
  "bot.setup.few":
    "Les annonces de classement commencent à {needed, number} membres reliés (pour l’instant {linked, number}). Niveaux et succès, tout de suite.",
  "bot.test.preview": "Aperçu, visible par toi seul.",
  "bot.permission.missing":
    "Je ne peux pas publier dans {channel} : il me manque « {permission} ». Rien n’est perdu, je rattrape sur {hours, plural, one {# heure} other {# heures}}.",
  "bot.channel.gone": "{channel} n’existe plus, je n’y publie donc plus rien. Choisis-en un autre quand tu veux.",
} as const satisfies Record<keyof typeof linkingEn, string>;
