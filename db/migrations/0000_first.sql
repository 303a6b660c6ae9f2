CREATE TABLE "counters" (
	"office_id" text NOT NULL,
	"series" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "counters_office_id_series_year_pk" PRIMARY KEY("office_id","series","year")
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"aliases" text[] NOT NULL,
	"chat_id" text NOT NULL,
	"office" jsonb,
	"unit" jsonb,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "directory_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_open_id" text NOT NULL,
	"change" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_imports" (
	"version" integer PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"pruned" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_version" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"open_id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"union_id" text,
	"user_id" text,
	"name" text NOT NULL,
	"phone" text,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"open_id" text NOT NULL,
	"body_id" text NOT NULL,
	"position" integer NOT NULL,
	"roles" text[] NOT NULL,
	CONSTRAINT "posts_open_id_body_id_pk" PRIMARY KEY("open_id","body_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"matter_id" text NOT NULL,
	"seq" integer NOT NULL,
	"office_id" text NOT NULL,
	"slip_id" text,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_open_id" text,
	"origin" text NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "events_matter_id_seq_pk" PRIMARY KEY("matter_id","seq")
);
--> statement-breakpoint
CREATE TABLE "matters" (
	"id" text PRIMARY KEY NOT NULL,
	"office_id" text NOT NULL,
	"ref" text NOT NULL,
	"status" text NOT NULL,
	"seq" integer NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "matters_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "slips" (
	"id" text PRIMARY KEY NOT NULL,
	"matter_id" text NOT NULL,
	"office_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"position" integer NOT NULL,
	"no_word" text NOT NULL,
	"no_year" integer NOT NULL,
	"no_serial" integer NOT NULL,
	"status" text NOT NULL,
	"rev" integer NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"next_look_at" timestamp (3) with time zone,
	"grams" text[] NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "slips_no" UNIQUE("no_word","no_year","no_serial")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"dedup_key" text NOT NULL,
	"office_id" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" text NOT NULL,
	"card" jsonb NOT NULL,
	"reply_to" text,
	"not_before" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"attempts" integer NOT NULL,
	"first_attempt_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone,
	"last_code" text,
	"settled_at" timestamp (3) with time zone,
	"message_id" text,
	CONSTRAINT "outbox_dedup_key_unique" UNIQUE("dedup_key")
);
--> statement-breakpoint
CREATE TABLE "posted_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"chat_id" text NOT NULL,
	"office_id" text NOT NULL,
	"card" jsonb NOT NULL,
	"matter_id" text,
	"posted_at" timestamp (3) with time zone NOT NULL,
	"stale" boolean NOT NULL,
	"drawn_hash" text,
	"form" jsonb,
	"form_until" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone,
	"last_code" text,
	"abandoned_code" text,
	CONSTRAINT "posted_cards_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "pace" (
	"key" text PRIMARY KEY NOT NULL,
	"slots" jsonb NOT NULL,
	"idle_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticks" (
	"name" text PRIMARY KEY NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_open_id_people_open_id_fk" FOREIGN KEY ("open_id") REFERENCES "public"."people"("open_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slips" ADD CONSTRAINT "slips_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "posts_of_body" ON "posts" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "events_of_office" ON "events" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "matters_of_office" ON "matters" USING btree ("office_id","status","registered_at");--> statement-breakpoint
CREATE INDEX "slips_of_matter" ON "slips" USING btree ("matter_id","position");--> statement-breakpoint
CREATE INDEX "slips_of_unit" ON "slips" USING btree ("unit_id","issued_at");--> statement-breakpoint
CREATE INDEX "slips_of_office" ON "slips" USING btree ("office_id","issued_at");--> statement-breakpoint
CREATE INDEX "slips_to_look_at" ON "slips" USING btree ("next_look_at") WHERE "slips"."next_look_at" is not null;--> statement-breakpoint
CREATE INDEX "slips_grams" ON "slips" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "inbox_by_age" ON "inbox" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("not_before","seq") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_queue" ON "outbox" USING btree ("target_kind","target_id","not_before","seq") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_buried" ON "outbox" USING btree ("settled_at") WHERE status = 'buried';--> statement-breakpoint
CREATE INDEX "posted_cards_of_matter" ON "posted_cards" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "posted_cards_to_redraw" ON "posted_cards" USING btree ("posted_at") WHERE stale or leased_until is not null;--> statement-breakpoint
CREATE INDEX "pace_idle" ON "pace" USING btree ("idle_at");