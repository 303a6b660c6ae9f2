CREATE TABLE "attachment_contents" (
	"sha256" text PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"matter_id" text NOT NULL,
	"slip_id" text,
	"office_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"length" integer NOT NULL,
	"sha256" text NOT NULL,
	"by_open_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "awaited_files" (
	"open_id" text NOT NULL,
	"chat_id" text NOT NULL,
	"office_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"slip_id" text,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "awaited_files_open_id_chat_id_pk" PRIMARY KEY("open_id","chat_id")
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_sha256_attachment_contents_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."attachment_contents"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awaited_files" ADD CONSTRAINT "awaited_files_matter_id_matters_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_of_matter" ON "attachments" USING btree ("matter_id","at");--> statement-breakpoint
CREATE INDEX "attachments_of_content" ON "attachments" USING btree ("sha256");