ALTER TABLE "slips" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "slips_due" ON "slips" USING btree ("due_at") WHERE "slips"."due_at" is not null;--> statement-breakpoint
UPDATE "slips" SET "due_at" = (
	SELECT to_timestamp(min(("clock" -> 'deadline' ->> 'at')::numeric) / 1000)
	FROM jsonb_array_elements("slips"."state" -> 'clocks') AS "clock"
	WHERE "clock" ->> 'stoppedAt' IS NULL
		AND NOT ("slips"."status" = 'deferred' AND "clock" ->> 'name' = 'feedback')
		AND NOT ("slips"."status" = 'under_review' AND "clock" ->> 'name' = 'rolling_report')
) WHERE "status" NOT IN ('closed', 'withdrawn', 'voided');
