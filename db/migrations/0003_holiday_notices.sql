CREATE TABLE "holiday_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"arrangement" jsonb NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"position" integer,
	"adopted_by" text,
	"adopted_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "holiday_notices_position_unique" UNIQUE("position")
);
--> statement-breakpoint
CREATE INDEX "holiday_notices_unsettled" ON "holiday_notices" USING btree ("position") WHERE "holiday_notices"."adopted_at" is not null and "holiday_notices"."settled_at" is null;