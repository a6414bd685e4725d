ALTER TABLE `albums` ADD `named_at` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- Albums with an id of BeatPass's own are called as the newest fact calls them, whichever came last.
UPDATE `albums` SET named_at = newest.at, title = newest.title, artist_id = coalesce(newest.artist, albums.artist_id)
  FROM (
    SELECT id, at, title, artist, row_number() OVER (PARTITION BY id ORDER BY at DESC, title DESC, artist DESC) AS place
    FROM (
      SELECT data ->> '$.fact.fields.album.id' AS id, data ->> '$.fact.at' AS at,
        data ->> '$.fact.fields.album.title' AS title, data ->> '$.fact.fields.artistIds[0]' AS artist
      FROM activity WHERE data ->> '$.fact.fields.album.id' IS NOT NULL)) AS newest
  WHERE newest.place = 1 AND newest.id = albums.id;
