package estimate

import "archadvisor/advisor/pricing"

var azureCloud = cloud{
	name: "azure", containers: "Container Apps", batch: "Azure Batch", cluster: "AKS", front: "behind an Application Gateway",
	scaled: "container_apps", keyValue: "cosmos",
	sla: sla[string]{"vm", "container_apps", "functions", "appgw", "apim", "aks", "postgres_flex", "cosmos"},
	shapes: []Shape{
		{ID: "azure-monolith-vms", Arch: Monolith, Title: "modular monolith on VMs behind an Application Gateway", form: onVMs, front: balancer},
		{ID: "azure-monolith-containers", Arch: Monolith, Title: "modular monolith on Container Apps, always on", form: onContainers, front: direct},
		{ID: "azure-monolith-server", Arch: Monolith, Title: "modular monolith and its database on one server", form: onOneServer, front: direct, lone: true},
		{ID: "azure-monolith-platform", Arch: Monolith, Title: "modular monolith on one Container Apps instance, always on", form: onContainers, front: direct, lone: true},
		{ID: "azure-monolith-scale-to-zero", Arch: Monolith, Title: "modular monolith on Container Apps scaled to zero", form: onScaleToZero, front: direct},
		{ID: "azure-functions-http", Arch: Serverless, Title: "functions behind API Management", form: onFunctions, front: gateway, functions: &flexConsumption},
		{ID: "azure-functions-url", Arch: Serverless, Title: "functions behind their own URL", form: onFunctions, front: direct, functions: &consumption},
		{ID: "azure-scale-to-zero", Arch: Serverless, Title: "Container Apps scaled to zero", form: onScaleToZero, front: direct},
		{ID: "azure-services-containers", Arch: Microservices, Title: "services on Container Apps, always on", form: perService, front: direct},
		{ID: "azure-services-kubernetes", Arch: Microservices, Title: "services on AKS", form: onKubernetes, front: balancer},
	},
}

var (
	consumption     = functionService{service: "functions_consumption", requests: pricing.FunctionRequests, memory: pricing.FunctionMemory}
	flexConsumption = functionService{service: "functions_flex", requests: pricing.FlexRequests, memory: pricing.FlexMemory}
)
