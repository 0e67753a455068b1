"""The pirate metrics as somebody who knows DuckDB would ask for them: one query per question, on the file."""

HAND_WRITTEN = {
    "acquisition": """
SELECT coalesce(channel, ''), count(*) FROM (
    SELECT actor, arg_min_null(channel, "at") AS channel FROM read_parquet('{file}')
    WHERE event = 'signed_up' AND "at" < TIMESTAMP '2026-01-01' GROUP BY actor)
GROUP BY channel
""",
    "activation": """
WITH log AS (SELECT * FROM read_parquet('{file}') WHERE "at" < TIMESTAMP '2026-01-01'),
first AS (SELECT actor, min("at") AS start FROM log WHERE event = 'signed_up' GROUP BY actor)
SELECT count(*) FILTER (created AND published), count(*) FROM (
    SELECT first.actor, bool_or(coalesce(event = 'created', false)) AS created,
        bool_or(coalesce(event = 'published', false)) AS published
    FROM first LEFT JOIN log ON log.actor = first.actor AND event IN ('created', 'published')
        AND "at" BETWEEN start AND start + INTERVAL 30 DAY
    WHERE start + INTERVAL 30 DAY < TIMESTAMP '2026-01-01' GROUP BY first.actor)
""",
    "retention": """
WITH log AS (SELECT * FROM read_parquet('{file}') WHERE "at" < TIMESTAMP '2026-01-01'),
first AS (SELECT actor, min("at") AS start FROM log WHERE event = 'signed_up' GROUP BY actor)
SELECT CAST(date_trunc('month', start) AS DATE) AS cohort, date_diff('month', start, "at") AS age,
    count(DISTINCT log.actor)
FROM log JOIN first ON log.actor = first.actor AND "at" >= start GROUP BY cohort, age
""",
    "referral": """
SELECT count(DISTINCT actor), count(*) FILTER (event = 'invite_sent'),
    count(DISTINCT actor) FILTER (event = 'invite_accepted')
FROM read_parquet('{file}') WHERE "at" >= TIMESTAMP '2025-12-02' AND "at" < TIMESTAMP '2026-01-01'
""",
    "revenue": """
SELECT count(DISTINCT actor) FILTER (event = 'paid'), count(DISTINCT actor),
    round(sum(value) FILTER (event = 'paid'), 2)
FROM read_parquet('{file}') WHERE "at" < TIMESTAMP '2026-01-01'
""",
    "funnel": """
WITH log AS (SELECT actor, "at", event FROM read_parquet('{file}') WHERE "at" < TIMESTAMP '2026-01-01'),
entered AS (
    SELECT actor, min("at") AS entry FROM log WHERE event = 'signed_up' GROUP BY actor
    HAVING entry + INTERVAL 30 DAY < TIMESTAMP '2026-01-01'),
created AS (
    SELECT actor, any_value(entry) AS entry, min("at") AS reached FROM entered JOIN log USING (actor)
    WHERE event = 'created' AND "at" BETWEEN entry AND entry + INTERVAL 30 DAY GROUP BY actor),
published AS (
    SELECT actor, any_value(entry) AS entry, min("at") AS reached FROM created JOIN log USING (actor)
    WHERE event = 'published' AND "at" BETWEEN reached AND entry + INTERVAL 30 DAY GROUP BY actor),
paid AS (
    SELECT actor FROM published JOIN log USING (actor)
    WHERE event = 'paid' AND "at" BETWEEN reached AND entry + INTERVAL 30 DAY GROUP BY actor)
SELECT (SELECT count(*) FROM entered), (SELECT count(*) FROM created), (SELECT count(*) FROM published),
    (SELECT count(*) FROM paid)
""",
    "engagement": """
SELECT CAST(date_trunc('month', day) AS DATE) AS month, count(DISTINCT actor), sum(times), count(*) FROM (
    SELECT actor, CAST("at" AS DATE) AS day, count(*) AS times FROM read_parquet('{file}')
    WHERE "at" >= TIMESTAMP '2025-01-01' AND "at" < TIMESTAMP '2026-01-01' GROUP BY actor, day)
GROUP BY month
""",
}
