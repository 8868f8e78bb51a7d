package estimate

import "archadvisor/advisor/pricing"

var gcpCloud = cloud{
	name: "gcp", containers: "Cloud Run", batch: "Google Batch", cluster: "GKE", front: "behind a load balancer",
	scaled: "cloud_run", keyValue: "firestore",
	sla: sla[string]{"gce", "cloud_run", "functions", "lb", "lb", "gke", "cloud_sql", "firestore"},
	shapes: []Shape{
		{ID: "gcp-monolith-vms", Arch: Monolith, Title: "modular monolith on VMs behind a load balancer", form: onVMs, front: balancer},
		{ID: "gcp-monolith-containers", Arch: Monolith, Title: "modular monolith on Cloud Run, always on", form: onContainers, front: direct},
		{ID: "gcp-monolith-server", Arch: Monolith, Title: "modular monolith and its database on one server", form: onOneServer, front: direct, lone: true},
		{ID: "gcp-monolith-platform", Arch: Monolith, Title: "modular monolith on one Cloud Run instance, always on", form: onContainers, front: direct, lone: true},
		{ID: "gcp-monolith-scale-to-zero", Arch: Monolith, Title: "modular monolith on Cloud Run, billed per request", form: onScaleToZero, front: direct},
		{ID: "gcp-functions-http", Arch: Serverless, Title: "functions behind their own HTTPS trigger", form: onFunctions, front: direct, functions: &cloudFunctions},
		{ID: "gcp-functions-balancer", Arch: Serverless, Title: "functions behind a load balancer", form: onFunctions, front: balancer, functions: &cloudFunctions},
		{ID: "gcp-scale-to-zero", Arch: Serverless, Title: "Cloud Run services billed per request", form: onScaleToZero, front: direct},
		{ID: "gcp-services-containers", Arch: Microservices, Title: "services on Cloud Run, always on", form: perService, front: balancer},
		{ID: "gcp-services-kubernetes", Arch: Microservices, Title: "services on GKE", form: onKubernetes, front: balancer},
	},
}

var cloudFunctions = functionService{service: "functions_gen2", requests: pricing.FunctionRequests, memory: pricing.FunctionMemory}
